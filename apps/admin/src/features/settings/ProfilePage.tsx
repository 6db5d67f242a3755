import { Suspense } from 'react';
import { useMe } from '../../api/me.js';
import { lazyPart } from '../../components/lazy-part.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { Sessions } from './Sessions.js';
import classes from './Settings.module.css';
import { SettingsFrame } from './SettingsFrame.js';

// They bring the contract's validator.
const ProfileForm = lazyPart(async () => (await import('./ProfileForm.js')).ProfileForm);
const PasswordForm = lazyPart(async () => (await import('./PasswordForm.js')).PasswordForm);

export function ProfilePage() {
  const { data: me } = useMe();
  return (
    <SettingsFrame name="profile">
      <div className={classes.column}>
        <Suspense fallback={<FormSkeleton />}>
          {me ? <ProfileForm user={me.user} /> : <FormSkeleton fields={2} />}
          <PasswordForm />
        </Suspense>
        <Sessions />
      </div>
    </SettingsFrame>
  );
}

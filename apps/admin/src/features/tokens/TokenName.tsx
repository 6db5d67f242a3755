import type { TokenOutput } from '@ai-providers/contracts';
import { tokenPrefix } from '@ai-providers/contracts/names';
import { Ltr } from '../../components/Ltr.js';
import classes from './Tokens.module.css';

/** What it is called and what it looks like; struck through once it was revoked. */
export function TokenName({ token: { name, last4, state } }: { token: TokenOutput }) {
  const shown = (
    <>
      <bdi>{name}</bdi>
      <span className={classes.small}>
        <Ltr mono>
          {tokenPrefix}…{last4}
        </Ltr>
      </span>
    </>
  );
  return state === 'revoked' ? (
    <s className={classes.lines}>{shown}</s>
  ) : (
    <span className={classes.lines}>{shown}</span>
  );
}

import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native<Own> = Own & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Own> & { ref?: Ref<HTMLAnchorElement> };

/** A link to another page of the panel, inside text or a table. */
export const TextLink = createLink((props: Native<AnchorProps>) => <Anchor underline="hover" {...props} />);

/** A link that looks like a button: it leads somewhere, it does nothing. */
export const ButtonLink = createLink((props: Native<ButtonProps>) => <Button component="a" {...props} />);

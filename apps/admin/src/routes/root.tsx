import { createRootRoute } from '@tanstack/react-router';
import { FullPageNotFound } from '../layout/NotFound.js';
import { FullPageError } from '../layout/RouteError.js';

export const rootRoute = createRootRoute({ notFoundComponent: FullPageNotFound, errorComponent: FullPageError });

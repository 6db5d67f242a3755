import { describeViews } from './look.js';

describeViews('en');

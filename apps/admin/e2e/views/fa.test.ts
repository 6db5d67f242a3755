import { describeViews } from './look.js';

describeViews('fa');

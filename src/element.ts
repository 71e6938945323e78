import { defineKernelScope } from './embedding/element.ts';

// The site lies beside this script.
defineKernelScope(() => import.meta.url.replace(/[^/]*$/, 'embed.html'));

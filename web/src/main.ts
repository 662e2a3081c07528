import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import { stayHere } from './lib/offline';
import { router } from './lib/router.svelte';
import { routes } from './routes';

router.start(routes);
stayHere();
mount(App, { target: document.getElementById('app') as HTMLElement });

/** Traffic for those who look at Multichat for the first time: invented people who chat on several platforms. */
package io.multichat.app.demo;

/** Demo traffic: invented people who chat on several platforms, for a first look at Multichat. */
package io.multichat.app.demo;

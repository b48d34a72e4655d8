/** Hash functions that stored data and ids depend on. */
package io.multichat.events.hash;

/** Publishing events: the port to the input topic, which the application implements, and what becomes of each event. */
package io.multichat.server.publish;

/** Erasures that clients request: the port that the application implements. */
package io.multichat.server.erase;

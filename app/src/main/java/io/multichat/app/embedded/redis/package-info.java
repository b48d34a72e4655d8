/** A Redis for {@code dev}: a child process that is found again after a crash, or the server that {@code redis.uri} names. */
package io.multichat.app.embedded.redis;

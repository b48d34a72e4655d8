/** API keys and certificates: what the server checks before it answers. Knows nothing about HTTP. */
package io.multichat.server.security;

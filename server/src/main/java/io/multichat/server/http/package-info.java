/** The HTTP API, one resource per file. Errors are problem documents (RFC 9457). Sees the tiers, never a store. */
package io.multichat.server.http;

/** The HTTP interface: one resource a file. Errors are problem documents (RFC 9457). */
package io.multichat.server.http;

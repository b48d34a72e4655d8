/** The HTTP server: routes, access, limits and probes. Everything about requests and answers is in the packages beside it. */
package io.multichat.server.http;

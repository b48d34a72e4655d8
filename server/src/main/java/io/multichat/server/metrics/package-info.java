/** The metrics of the server, in the format of Prometheus. Names and tags come from fixed sets, never from requests. */
package io.multichat.server.metrics;

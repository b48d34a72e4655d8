/** Requests: their parameters, checked and parsed, and the port of the resources that answer them. */
package io.multichat.server.request;

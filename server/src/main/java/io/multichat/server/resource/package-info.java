/** What each route answers, one resource per file. A resource reads parameters, asks the tiers and writes a body; it never sees a store. */
package io.multichat.server.resource;

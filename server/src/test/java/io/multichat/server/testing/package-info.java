/** A running server on a real SQLite file, for the tests of all packages. */
package io.multichat.server.testing;

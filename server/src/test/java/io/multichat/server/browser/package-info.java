/** The web page in a real browser, on a server over a SQLite file. One browser and one server run for all tests. */
package io.multichat.server.browser;

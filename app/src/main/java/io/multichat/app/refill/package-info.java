/** Opens the stores of an installation that a refill reads and writes. */
package io.multichat.app.refill;

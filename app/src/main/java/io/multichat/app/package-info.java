/** The {@code multichat} command. */
package io.multichat.app;

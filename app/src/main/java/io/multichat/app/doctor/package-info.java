/** Puts the checks of a deployment together, for {@code doctor} and for the start of {@code serve} and {@code dev}. */
package io.multichat.app.doctor;

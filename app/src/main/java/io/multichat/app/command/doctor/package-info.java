/** {@code multichat doctor}. */
package io.multichat.app.command.doctor;

/** The command line, one class per command. A command reads its options, lets a job or the server do the work, and prints. */
package io.multichat.app.command;

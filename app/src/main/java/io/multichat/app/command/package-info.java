/** The command line: one class a command. A command reads its flags, lets another package work, and prints. */
package io.multichat.app.command;

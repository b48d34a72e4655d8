/** How far the topics and the stores are, for answers that must contain what a client has published. */
package io.multichat.app.progress;

/** Chooses the stores that {@code verify} compares, {@code backup} copies and {@code doctor} examines. */
package io.multichat.app.audit;

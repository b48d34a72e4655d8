/** Chooses the stores that {@code verify} compares. */
package io.multichat.app.audit;

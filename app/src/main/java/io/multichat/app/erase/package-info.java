/** Erasing people and sessions: gives the jobs the stores, the receipts and the key of this installation. */
package io.multichat.app.erase;

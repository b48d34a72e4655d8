/** Receipts of erasures: the key that signs them, the signature, and the folder that keeps them. */
package io.multichat.jobs.erase.receipt;

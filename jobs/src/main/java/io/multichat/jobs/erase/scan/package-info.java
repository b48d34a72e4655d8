/** Reading stores and files to find what an erasure is about, and whether anything is left of it. */
package io.multichat.jobs.erase.scan;

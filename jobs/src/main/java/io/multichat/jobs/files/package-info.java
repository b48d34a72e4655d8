/** Files that outlive a power failure. */
package io.multichat.jobs.files;

/** Finding what an erasure or a retention rule is about, in a store that holds everything. */
package io.multichat.reading.erase;

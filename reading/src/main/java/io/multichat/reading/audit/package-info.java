/** Reading everything that a store holds, to compare it with other stores. */
package io.multichat.reading.audit;

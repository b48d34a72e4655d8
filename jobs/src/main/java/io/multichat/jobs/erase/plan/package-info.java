/** What an erasure will do: {@link io.multichat.jobs.erase.plan.ErasurePlanner} finds it, without changing anything. */
package io.multichat.jobs.erase.plan;

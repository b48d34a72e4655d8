package io.multichat.benchmarks.flink;

import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

/**
 * The processing of one message or timer.
 *
 * @param conversation the conversation key
 * @param now the time, UTC milliseconds of the wall clock
 * @param timers sets timers for the conversation
 * @param out takes the outputs
 */
record Turn(String conversation, long now, TimerService timers, Collector<Output> out) {}

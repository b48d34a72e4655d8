package io.multichat.benchmarks.reading;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A question, asked of the API and by SQL.
 *
 * @param name its name in the report
 * @param path path and query of the API
 * @param sql the query that reads the same rows
 * @param values the parameters of the query
 * @param search whether it is a search, which has a target of its own
 */
record Question(
        String name,
        Function<SplittableRandom, String> path,
        String sql,
        Function<SplittableRandom, Object[]> values,
        boolean search) {}

package eventflux.core.analyze.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions that other languages have, and what is written here instead of them. */
final class ForeignFunctions {

    private static final Map<String, String> INSTEAD = new HashMap<>();

    static {
        put(
                "a window stands behind the stream: S WINDOW('externalTimeBatch', time, INTERVAL '1' MINUTE, 0)",
                List.of("tumble", "tumble_start", "tumble_end", "hop", "hop_start", "hop_end", "cumulate"));
        put("a window stands behind the stream: S WINDOW('session', 30 SECONDS, key)", List.of("session"));
        put("it stands in MATCH_RECOGNIZE", List.of("classifier", "match_number", "prev", "next"));
        put(
                "write PREV(column) in MATCH_RECOGNIZE, or a column of the event before in a sequence",
                List.of("lag", "lead"));
        put("write COUNT(*), with ORDER BY and LIMIT for the first rows", List.of("row_number", "rank", "dense_rank"));
        put("write FIRST(value)", List.of("first_value", "earliest_by_offset"));
        put("write LAST(value)", List.of("last_value", "latest_by_offset", "any_value"));
        put("write COUNT(*) FILTER (WHERE condition)", List.of("countif", "count_if"));
        put("write SUM(value) FILTER (WHERE condition)", List.of("sumif", "sum_if"));
        put("write groupConcat(value)", List.of("listagg", "array_agg", "collect_list"));
        put("write unionSet(createSet(value))", List.of("collect_set"));
        put("write CAST(value AS STRING)", List.of("to_string", "tostring", "str"));
        put("write CAST(value AS DOUBLE)", List.of("to_number"));
        put("write formatDate(time, pattern)", List.of("to_char", "from_unixtime"));
        put("write parseDate(text, pattern)", List.of("to_timestamp", "to_date", "str_to_date"));
        put("write now()", List.of("getdate", "sysdate", "unix_timestamp"));
        put("write POSITION(part IN text)", List.of("strpos", "charindex", "locate"));
        put(
                "write EXTRACT(unit FROM time)",
                List.of(
                        "year",
                        "quarter",
                        "month",
                        "week",
                        "day",
                        "hour",
                        "minute",
                        "second",
                        "dayofweek",
                        "dayofmonth"));
    }

    private ForeignFunctions() {}

    private static void put(String instead, List<String> names) {
        names.forEach(name -> INSTEAD.put(name, instead));
    }

    /** What to write instead of a function that is not there, if it is known elsewhere. */
    static Optional<String> instead(String name) {
        return Optional.ofNullable(INSTEAD.get(name.toLowerCase(Locale.ROOT)));
    }
}

package eventflux.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that the two day fields of a cron expression mean. */
final class CronDays {

    private static final Pattern BEFORE_LAST = Pattern.compile("L(?:-(\\d{1,2}))?");
    private static final Pattern WEEKDAY_NEAR = Pattern.compile("(L|\\d{1,2})W");
    private static final Pattern LAST_OF_WEEK = Pattern.compile("(\\d|[A-Z]{3})L");
    private static final Pattern NTH_OF_WEEK = Pattern.compile("(\\d|[A-Z]{3})#([1-5])");

    private final List<Predicate<LocalDate>> rules;

    private CronDays(List<Predicate<LocalDate>> rules) {
        this.rules = List.copyOf(rules);
    }

    static CronDays parse(String ofMonth, String ofWeek) {
        List<Predicate<LocalDate>> rules = new ArrayList<>();
        if (!isAny(ofMonth)) {
            rules.addAll(rulesOfMonth(ofMonth.toUpperCase(Locale.ROOT)));
        }
        if (!isAny(ofWeek)) {
            rules.addAll(rulesOfWeek(ofWeek.toUpperCase(Locale.ROOT)));
        }
        return new CronDays(rules);
    }

    private static boolean isAny(String field) {
        return field.equals("*") || field.equals("?");
    }

    /** Whether a day is meant. */
    boolean contain(LocalDate day) {
        return rules.isEmpty() || rules.stream().anyMatch(rule -> rule.test(day));
    }

    private static List<Predicate<LocalDate>> rulesOfMonth(String field) {
        List<Predicate<LocalDate>> rules = new ArrayList<>();
        BitSet plain = new BitSet();
        for (String part : field.split(",", -1)) {
            Matcher last = BEFORE_LAST.matcher(part);
            Matcher near = WEEKDAY_NEAR.matcher(part);
            if (last.matches()) {
                int before = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
                rules.add(day -> day.getDayOfMonth() == day.lengthOfMonth() - before);
            } else if (near.matches()) {
                boolean isLast = near.group(1).equals("L");
                int wanted = isLast ? 0 : CronField.DAYS_OF_MONTH.value(near.group(1));
                rules.add(day -> isNearestWeekday(day, isLast ? day.lengthOfMonth() : wanted));
            } else {
                CronField.DAYS_OF_MONTH.add(part, plain);
            }
        }
        rules.add(day -> plain.get(day.getDayOfMonth()));
        return rules;
    }

    // Within the month: the first on a Saturday is the Monday after, the last on a Sunday the Friday before.
    private static boolean isNearestWeekday(LocalDate day, int wanted) {
        if (wanted > day.lengthOfMonth()) {
            return false;
        }
        LocalDate near = day.withDayOfMonth(wanted);
        if (near.getDayOfWeek() == DayOfWeek.SATURDAY) {
            near = wanted == 1 ? near.plusDays(2) : near.minusDays(1);
        } else if (near.getDayOfWeek() == DayOfWeek.SUNDAY) {
            near = wanted == near.lengthOfMonth() ? near.minusDays(2) : near.plusDays(1);
        }
        return day.equals(near);
    }

    private static List<Predicate<LocalDate>> rulesOfWeek(String field) {
        List<Predicate<LocalDate>> rules = new ArrayList<>();
        BitSet plain = new BitSet();
        for (String part : field.split(",", -1)) {
            Matcher last = LAST_OF_WEEK.matcher(part);
            Matcher nth = NTH_OF_WEEK.matcher(part);
            if (last.matches()) {
                int wanted = CronField.DAYS_OF_WEEK.value(last.group(1));
                rules.add(day -> dayOfWeek(day) == wanted && day.getDayOfMonth() > day.lengthOfMonth() - 7);
            } else if (nth.matches()) {
                int wanted = CronField.DAYS_OF_WEEK.value(nth.group(1));
                int week = Integer.parseInt(nth.group(2));
                rules.add(day -> dayOfWeek(day) == wanted && (day.getDayOfMonth() + 6) / 7 == week);
            } else if (part.equals("L")) {
                plain.set(CronField.DAYS_OF_WEEK.value("SAT"));
            } else {
                CronField.DAYS_OF_WEEK.add(part, plain);
            }
        }
        rules.add(day -> plain.get(dayOfWeek(day)));
        return rules;
    }

    /** From 1 for Sunday. */
    private static int dayOfWeek(LocalDate day) {
        return day.getDayOfWeek().getValue() % 7 + 1;
    }
}

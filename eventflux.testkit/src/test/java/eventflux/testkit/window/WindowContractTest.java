package eventflux.testkit.window;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The contract lets a good window pass and finds each of the mistakes that it is there for. */
class WindowContractTest {

    @Test
    void letsAGoodWindowPass() {
        assertThatCode(() -> {
                    Contract contract = new Contract(new BadWindows.Good());
                    contract.describesItself();
                    run(contract, WindowContract::keepsNothingThatChangesInFields);
                    run(contract, WindowContract::emitsTheSameWhenRestartedBetweenAnyTwoCalls);
                    run(contract, WindowContract::keepsKeysApart);
                    run(contract, WindowContract::emitsTheSameWhetherTimerOrRowComesFirst);
                    run(contract, WindowContract::emitsNothingTwiceAndInOrder);
                    run(contract, WindowContract::emitsTheSameCurrentRowsWhenNobodyWantsExpiredOnes);
                    run(contract, WindowContract::tellsOfNoExpiredRowInABatchWhenNobodyWantsIt);
                    run(contract, WindowContract::readsTheColumnsOnlyThatItsArgumentsName);
                    run(contract, WindowContract::emitsWhatItsModelEmits);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void findsAFieldThatChanges() {
        finds(new BadWindows.CountsInAField(), WindowContract::keepsNothingThatChangesInFields, "is not final");
    }

    @Test
    void findsAContainerThatChanges() {
        finds(new BadWindows.KeepsAList(), WindowContract::keepsNothingThatChangesInFields, "is a container");
    }

    @Test
    void findsWhatIsLostByARestart() {
        finds(
                new BadWindows.CountsInAField(),
                WindowContract::emitsTheSameWhenRestartedBetweenAnyTwoCalls,
                "after save and restore");
    }

    @Test
    void findsKeysThatShare() {
        finds(new BadWindows.CountsInAField(), WindowContract::keepsKeysApart, "with another key in between");
    }

    @Test
    void findsAWindowThatWaitsForItsTimer() {
        finds(
                new BadWindows.WaitsForItsTimer(),
                WindowContract::emitsTheSameWhetherTimerOrRowComesFirst,
                "when rows come before the timer");
    }

    @Test
    void findsARowThatExpiresTwice() {
        finds(new BadWindows.ExpiresTwice(), WindowContract::emitsNothingTwiceAndInOrder, "is not in the window");
    }

    @Test
    void findsRowsThatLeaveOutOfOrder() {
        finds(new BadWindows.ExpiresTheNewest(), WindowContract::emitsNothingTwiceAndInOrder, "leaves before older");
    }

    @Test
    void findsABatchThatTellsOfOldRowsLast() {
        finds(new BadWindows.TellsOldRowsLast(), WindowContract::emitsNothingTwiceAndInOrder, "before those that came");
    }

    @Test
    void findsARowThatIsKeptBeyondItsCall() {
        finds(
                new BadWindows.KeepsTheLentRow(),
                WindowContract::emitsNothingTwiceAndInOrder,
                "after the call that lent");
    }

    @Test
    void findsAWindowThatNeedsExpiredRowsToBeWanted() {
        finds(
                new BadWindows.SilentWhenNobodyWantsExpiredRows(),
                WindowContract::emitsTheSameCurrentRowsWhenNobodyWantsExpiredOnes,
                "when nobody wants expired rows");
    }

    @Test
    void findsABatchThatTellsOfExpiredRowsThatNobodyWants() {
        finds(
                new BadWindows.TellsOldRowsLast(),
                WindowContract::tellsOfNoExpiredRowInABatchWhenNobodyWantsIt,
                "a reset is enough");
    }

    @Test
    void findsARowWhosePlaceIsTakenBeforeTheStepHasEnded() {
        finds(
                new BadWindows.TakesThePlaceTooEarly(),
                WindowContract::emitsTheSameWhenRestartedBetweenAnyTwoCalls,
                "its place is taken");
    }

    @Test
    void findsAWindowThatReadsAColumnInSecret() {
        finds(
                new BadWindows.ReadsAColumnInSecret(),
                WindowContract::readsTheColumnsOnlyThatItsArgumentsName,
                "when columns that no argument names are null");
    }

    @Test
    void findsWhatTheModelDoesNotDo() {
        finds(new BadWindows.ExpiresTheNewest(), WindowContract::emitsWhatItsModelEmits, "unlike its model");
    }

    @Test
    void findsATimerThatIsSetWithoutEnd() {
        finds(new BadWindows.RingsForEver(), WindowContract::keepsKeysApart, "again and again");
    }

    @Test
    void findsAWindowThatReadsTheTimeInSecret() {
        finds(new BadWindows.ReadsTimeInSecret(), WindowContract::emitsWhatItsModelEmits, "unlike its model");
    }

    private static void finds(
            WindowFactory factory, Function<WindowContract, Stream<DynamicTest>> check, String message) {
        assertThatThrownBy(() -> run(new Contract(factory), check)).hasStackTraceContaining(message);
    }

    private static void run(WindowContract contract, Function<WindowContract, Stream<DynamicTest>> check)
            throws Throwable {
        for (DynamicTest test : check.apply(contract).toList()) {
            test.getExecutable().execute();
        }
    }

    /** The windows under test keep two rows, or try to; so does the model. */
    private static final class Contract extends WindowContract {

        private final WindowFactory factory;

        private Contract(WindowFactory factory) {
            this.factory = factory;
        }

        @Override
        protected WindowFactory factory() {
            return factory;
        }

        @Override
        protected List<WindowCase> cases() {
            return List.of(WindowCase.of("").like(LastTwo::new));
        }
    }

    /** The last two rows, written plainly. */
    private static final class LastTwo implements WindowModel {

        private Row older;
        private Row newer;

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            if (older != null) {
                out.expired(older);
            }
            out.current(row);
            older = newer;
            newer = row;
        }
    }
}

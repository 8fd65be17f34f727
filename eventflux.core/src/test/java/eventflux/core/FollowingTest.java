package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private final List<String> order = new CopyOnWriteArrayList<>();

    @Test
    void waitsForAnApplicationToFollow() {
        new Following(60_000).follow("a", () -> order.add("a"));

        assertThat(order).containsExactly("a");
    }

    @Test
    void letsTheNextOneFollowWhenOneDoesNotComeBack() throws Exception {
        // given
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Following following = new Following(20);

        // when
        following.follow("hanging", () -> {
            EngineFixture.await(() -> end.getCount() == 0);
            over.countDown();
        });
        new Following(60_000).follow("b", () -> order.add("b"));

        // then
        assertThat(order).containsExactly("b");
        assertThat(over.getCount()).isEqualTo(1);
        end.countDown();
        over.await();
    }

    @Test
    void logsARefusalAndPassesOnADefect() {
        Following following = new Following(60_000);

        following.follow("refusing", () -> {
            throw new EventFluxException(Problem.of(AppError.CLOSED, "application", "refusing"));
        });
        assertThatThrownBy(() -> following.follow("broken", () -> {
                    throw new IllegalStateException("defect");
                }))
                .hasMessage("defect");
    }
}

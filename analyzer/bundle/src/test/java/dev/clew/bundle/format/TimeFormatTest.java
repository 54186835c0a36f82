package dev.clew.bundle.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.bundle.time.Stamp;
import java.time.Instant;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

    private static final Year YEAR = Year.of(2024);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y-%m-%d %H:%M:%S.%L | 2023-05-06 07:08:09.123 | 2023-05-06T07:08:09.123Z",
                "%d/%b/%Y:%H:%M:%S %z | 06/May/2023:07:08:09 +0200 | 2023-05-06T05:08:09Z",
                "%a %b %e %I:%M:%S %p %Z %Y | Sat May  6 07:08:09 PM CEST 2023 | 2023-05-06T17:08:09Z",
                "%m/%d/%y %l:%M:%S%p | 05/06/23 12:08:09AM | 2023-05-06T00:08:09Z",
                "%Y-%jT%H:%M:%S%z | 2023-126T07:08:09-05:30 | 2023-05-06T12:38:09Z",
                "%y%m%d %H%M%S | 230506 070809 | 2023-05-06T07:08:09Z",
                "%s.%f | 1683356889.250 | 2023-05-06T07:08:09.250Z",
                "%i | 1683356889250 | 2023-05-06T07:08:09.250Z",
                "%6 | 1683356889250001 | 2023-05-06T07:08:09.250001Z",
                "%9 | 1683356889250001002 | 2023-05-06T07:08:09.250001002Z",
                "%q | 6455fd99 | 2023-05-06T07:11:21Z",
                "%Y.%m.%d %H:%M:%S | 2023.05.06 07:08:09,5 | 2023-05-06T07:08:09.500Z",
            })
    void aStampIsReadInItsShape(String format, String text, Instant time) {
        Stamp stamp = TimeFormat.of(format).read(text, YEAR);
        assertThat(stamp).isNotNull();
        assertThat(stamp.instant()).isEqualTo(time);
        assertThat(stamp.assumed()).isFalse();
    }

    @Test
    void aYearThatIsLeftOutIsAssumed() {
        Stamp stamp = TimeFormat.of("%b-%d %H:%M:%S").read("Feb-29 07:08:09", YEAR);
        assertThat(stamp).isEqualTo(new Stamp(Instant.parse("2024-02-29T07:08:09Z"), 15, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y-%m-%d | 2023-02-31",
                "%Y-%m-%d %H:%M | 2023-02-01 10:99",
                "%Y-%m-%d | 2023-02-01 and more",
                "%H:%M:%S | 10:00:00",
                "%Y-%m-%d %Z | 2023-02-01 XYZT",
                "%b %d | Emb 12",
                "%9 | 99999999999999999999999",
                "%Y-%m-%d %H:%M:%S%z | 2023-02-01 10:00:00+99:00",
            })
    void anotherTextIsNone(String format, String text) {
        assertThat(TimeFormat.of(format).read(text, YEAR)).isNull();
    }

    @Test
    void anUnknownConversionIsSaid() {
        assertThatThrownBy(() -> TimeFormat.of("%Y %K"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'%K'");
        assertThatThrownBy(() -> TimeFormat.of("%Y %")).hasMessageContaining("'%'");
    }
}

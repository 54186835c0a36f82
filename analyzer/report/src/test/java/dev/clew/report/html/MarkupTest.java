package dev.clew.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void textAndAttributesAreEscaped() {
        Markup out = new Markup();
        out.open("p", "title", "\"><script>alert('x')</script>").text("<b>&amp;\"'").close();
        assertThat(out.toString())
                .isEqualTo(
                        "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\">"
                                + "&lt;b&gt;&amp;amp;&quot;&#39;</p>");
    }

    @Test
    void controlCharactersAndBrokenPairsAreMadeVisible() {
        Markup out = new Markup();
        out.text("a\u0000b\u001b[31m\u202ec\ud800d\r\ne 😀");
        assertThat(out.toString()).isEqualTo("a␀b␛[31m\ufffdc\ufffdd\ne 😀");
    }

    @Test
    void codeInProseIsEscapedToo() {
        Markup out = new Markup();
        out.prose("run `a <x>` or `b, not <i>");
        assertThat(out.toString()).isEqualTo("run <code>a &lt;x&gt;</code> or `b, not &lt;i&gt;");
    }

    @Test
    void whatIsOpenAtTheEndIsAMistake() {
        Markup out = new Markup().open("p");
        assertThatThrownBy(out::toString).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLongestValueIsMarkedWhereSeveralOverlap() {
        Markup out = new Markup();
        Marks.write("--a-cidr of a-cidr <in>", List.of("a-cidr", "--a-cidr", "<in>", "o"), out);
        assertThat(out.toString())
                .isEqualTo("<mark>--a-cidr</mark> of <mark>a-cidr</mark> <mark>&lt;in&gt;</mark>");
    }
}

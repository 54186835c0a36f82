package dev.clew.match.literal;

import java.util.HashMap;
import java.util.Map;

/// Guesses how often a group of bytes occurs in logs, to choose the part of a literal that is met
/// by chance least.
final class GramWeights {

    /// Words that are in most logs; their groups are worth avoiding.
    private static final String COMMON =
            " level=info level=warning level=error msg=\" error=\" subsys= time=\"20 failed to  unable to  could not "
                    + " connection  context deadline exceeded  endpoint  cilium  kubernetes  kube-system  namespace "
                    + " default  container  service  controller  updated  update  created  create  started  starting "
                    + " request  response  status  state  timeout  http://  https://  ://  .go: :  .io/  .com/ io.kubernetes "
                    + " the  and  for  from  with  that  this  not  ing  ion  tion  ation  ting  ted  ement  name  node "
                    + " pod  ready  image  volume  000 0000 2020 2021 2022 2023 2024 2025 2026 t00: 10.  192.168  127.0.0.1 "
                    + " ----  ====  ....  ****     /var/lib /var/run /api/v1 /apis/ false true null \": \" \",\" {\" \"}";

    private final Map<Integer, Integer> weights = new HashMap<>();

    GramWeights(byte[][] literals) {
        for (byte[] literal : literals) {
            count(literal, 1);
        }
        count(Fold.bytes(COMMON), 1000);
    }

    private void count(byte[] bytes, int weight) {
        for (int i = 0; i + 4 <= bytes.length; i++) {
            weights.merge(gram(bytes, i), weight, Integer::sum);
        }
    }

    /// Where the window of so many groups begins that is met least often.
    int rarestWindow(byte[] literal, int groups, int gramLength) {
        int best = 0;
        long bestWeight = Long.MAX_VALUE;
        for (int from = 0; from + groups + gramLength - 1 <= literal.length; from++) {
            long weight = 0;
            for (int i = 0; i < groups; i++) {
                weight += weights.getOrDefault(gram(literal, from + i), 0);
            }
            if (weight < bestWeight) {
                bestWeight = weight;
                best = from;
            }
        }
        return best;
    }

    private static int gram(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}

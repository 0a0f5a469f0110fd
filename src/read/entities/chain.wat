;; The tagger's sums and its Viterbi, on vectors of 16 bytes. See chain-kernel.ts for the layout of the memory. A row has sixteen
;; places, one for each tag; those beyond the tags are never read. Built by `npm run kernel`.
(module
  (import "host" "memory" (memory 1))
  (import "host" "slots" (global $slots i32))
  (import "host" "mask" (global $mask i32))
  (import "host" "rows" (global $rows i32))
  (import "host" "tags" (global $tags i32))

  ;; The sum of the weights of the first `count` features (int32, at address 0), as two vectors of int16. A feature is stirred to
  ;; its hash, four at once; a slot is a hash and the number of its row plus one, which is zero where the slot is free.
  (func $gather (param $count i32) (result v128 v128)
    (local $at i32) (local $end i32) (local $hash i32) (local $slot i32) (local $entry i32)
    (local $four v128) (local $row v128) (local $low v128) (local $high v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (block $stirred
      (loop $stir
        (br_if $stirred (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $four (v128.load (local.get $at)))
        (local.set $four (i32x4.mul
          (v128.xor (local.get $four) (i32x4.shr_u (local.get $four) (i32.const 16)))
          (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b)))
        (local.set $four (i32x4.mul
          (v128.xor (local.get $four) (i32x4.shr_u (local.get $four) (i32.const 13)))
          (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35)))
        (v128.store (local.get $at) (v128.xor (local.get $four) (i32x4.shr_u (local.get $four) (i32.const 16))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $stir)))
    (local.set $at (i32.const 0))
    (block $done
      (loop $features
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $hash (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $slot (i32.and (local.get $hash) (global.get $mask)))
        (loop $probe
          (local.set $entry
            (i32.load offset=4 (i32.add (global.get $slots) (i32.shl (local.get $slot) (i32.const 3)))))
          (br_if $features (i32.eqz (local.get $entry)))
          (if (i32.ne (local.get $hash)
              (i32.load (i32.add (global.get $slots) (i32.shl (local.get $slot) (i32.const 3)))))
            (then
              (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (global.get $mask)))
              (br $probe))))
        (local.set $row (v128.load
          (i32.add (global.get $rows) (i32.shl (i32.sub (local.get $entry) (i32.const 1)) (i32.const 4)))))
        (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $row))))
        (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $row))))
        (br $features)))
    (local.get $low)
    (local.get $high))

  ;; Keeps the sum of `count` features at address `to`: 32 bytes.
  (func (export "keep") (param $count i32) (param $to i32)
    (local $low v128) (local $high v128)
    (call $gather (local.get $count))
    (local.set $high)
    (local.set $low)
    (v128.store (local.get $to) (local.get $low))
    (v128.store offset=16 (local.get $to) (local.get $high)))

  ;; What each tag of a word is worth by itself: `count` features, seven kept sums and a row of int32 to begin with. The
  ;; sum of bytes counts 64 times, so that moves and beginnings may have fractions of them.
  (func (export "emit") (param $count i32) (param $to i32) (param $base i32)
    (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $e i32) (param $f i32) (param $g i32)
    (local $low v128) (local $high v128)
    (call $gather (local.get $count))
    (local.set $high)
    (local.set $low)
    (local.set $low
      (i16x8.add (i16x8.add (i16x8.add (local.get $low) (v128.load (local.get $a)))
          (i16x8.add (v128.load (local.get $b)) (v128.load (local.get $c))))
        (i16x8.add (i16x8.add (v128.load (local.get $d)) (v128.load (local.get $e)))
          (i16x8.add (v128.load (local.get $f)) (v128.load (local.get $g))))))
    (local.set $high
      (i16x8.add (i16x8.add (i16x8.add (local.get $high) (v128.load offset=16 (local.get $a)))
          (i16x8.add (v128.load offset=16 (local.get $b)) (v128.load offset=16 (local.get $c))))
        (i16x8.add (i16x8.add (v128.load offset=16 (local.get $d)) (v128.load offset=16 (local.get $e)))
          (i16x8.add (v128.load offset=16 (local.get $f)) (v128.load offset=16 (local.get $g))))))
    (v128.store (local.get $to) (i32x4.add (v128.load (local.get $base))
      (i32x4.shl (i32x4.extend_low_i16x8_s (local.get $low)) (i32.const 6))))
    (v128.store offset=16 (local.get $to) (i32x4.add (v128.load offset=16 (local.get $base))
      (i32x4.shl (i32x4.extend_high_i16x8_s (local.get $low)) (i32.const 6))))
    (v128.store offset=32 (local.get $to) (i32x4.add (v128.load offset=32 (local.get $base))
      (i32x4.shl (i32x4.extend_low_i16x8_s (local.get $high)) (i32.const 6))))
    (v128.store offset=48 (local.get $to) (i32x4.add (v128.load offset=48 (local.get $base))
      (i32x4.shl (i32x4.extend_high_i16x8_s (local.get $high)) (i32.const 6)))))

  ;; The best way to each tag of each word: words are rows of int32 from `words` on; `moves` has a row for each tag that is left.
  ;; Writes the tag before into rows of bytes from `best` on, and the last word's scores over those of `scores`.
  (func (export "decode") (param $length i32) (param $words i32) (param $moves i32) (param $scores i32) (param $best i32)
    (local $i i32) (local $from i32) (local $row i32) (local $score v128) (local $tag v128)
    (local $t0 v128) (local $t1 v128) (local $t2 v128) (local $t3 v128)
    (local $f0 v128) (local $f1 v128) (local $f2 v128) (local $f3 v128)
    (local $next v128) (local $above v128)
    (v128.store (local.get $scores) (v128.load (local.get $words)))
    (v128.store offset=16 (local.get $scores) (v128.load offset=16 (local.get $words)))
    (v128.store offset=32 (local.get $scores) (v128.load offset=32 (local.get $words)))
    (v128.store offset=48 (local.get $scores) (v128.load offset=48 (local.get $words)))
    (block $done
      (loop $word
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $done (i32.ge_u (local.get $i) (local.get $length)))
        (local.set $words (i32.add (local.get $words) (i32.const 64)))
        (local.set $t0 (v128.const i32x4 0x80000000 0x80000000 0x80000000 0x80000000))
        (local.set $t1 (local.get $t0))
        (local.set $t2 (local.get $t0))
        (local.set $t3 (local.get $t0))
        (local.set $f0 (v128.const i32x4 0 0 0 0))
        (local.set $f1 (local.get $f0))
        (local.set $f2 (local.get $f0))
        (local.set $f3 (local.get $f0))
        (local.set $from (i32.const 0))
        (local.set $row (local.get $moves))
        (loop $each
          (local.set $score
            (v128.load32_splat (i32.add (local.get $scores) (i32.shl (local.get $from) (i32.const 2)))))
          (local.set $tag (i32x4.splat (local.get $from)))
          (local.set $next (i32x4.add (local.get $score) (v128.load (local.get $row))))
          (local.set $above (i32x4.gt_s (local.get $next) (local.get $t0)))
          (local.set $f0 (v128.bitselect (local.get $tag) (local.get $f0) (local.get $above)))
          (local.set $t0 (i32x4.max_s (local.get $next) (local.get $t0)))
          (local.set $next (i32x4.add (local.get $score) (v128.load offset=16 (local.get $row))))
          (local.set $above (i32x4.gt_s (local.get $next) (local.get $t1)))
          (local.set $f1 (v128.bitselect (local.get $tag) (local.get $f1) (local.get $above)))
          (local.set $t1 (i32x4.max_s (local.get $next) (local.get $t1)))
          (local.set $next (i32x4.add (local.get $score) (v128.load offset=32 (local.get $row))))
          (local.set $above (i32x4.gt_s (local.get $next) (local.get $t2)))
          (local.set $f2 (v128.bitselect (local.get $tag) (local.get $f2) (local.get $above)))
          (local.set $t2 (i32x4.max_s (local.get $next) (local.get $t2)))
          (local.set $next (i32x4.add (local.get $score) (v128.load offset=48 (local.get $row))))
          (local.set $above (i32x4.gt_s (local.get $next) (local.get $t3)))
          (local.set $f3 (v128.bitselect (local.get $tag) (local.get $f3) (local.get $above)))
          (local.set $t3 (i32x4.max_s (local.get $next) (local.get $t3)))
          (local.set $row (i32.add (local.get $row) (i32.const 64)))
          (br_if $each
            (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 1))) (global.get $tags))))
        (v128.store (local.get $scores) (i32x4.add (local.get $t0) (v128.load (local.get $words))))
        (v128.store offset=16 (local.get $scores) (i32x4.add (local.get $t1) (v128.load offset=16 (local.get $words))))
        (v128.store offset=32 (local.get $scores) (i32x4.add (local.get $t2) (v128.load offset=32 (local.get $words))))
        (v128.store offset=48 (local.get $scores) (i32x4.add (local.get $t3) (v128.load offset=48 (local.get $words))))
        (v128.store (i32.add (local.get $best) (i32.shl (local.get $i) (i32.const 4)))
          (i8x16.narrow_i16x8_u (i16x8.narrow_i32x4_u (local.get $f0) (local.get $f1))
            (i16x8.narrow_i32x4_u (local.get $f2) (local.get $f3))))
        (br $word))))
)

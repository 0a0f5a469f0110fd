;; What costs most in reading, on vectors of 16 bytes: the rows of a decision's features, added up. See kernel.ts for the layout
;; of the memory. Built by `npm run kernel`.
(module
  (import "host" "memory" (memory 1))

  ;; Adds the rows of `count` features (int32, at address 0) of a table of 8-bit codes at address `table` into the scores (int32,
  ;; at address 1024), for each block of 16 classes whose bit stands in `blocks`, the lowest bit first. A code c stands for
  ;; c * |c|. Two rows are taken at once, byte by byte in turn, so that the product of a vector with its absolute is the sum of
  ;; both in 32 bits. Reads up to 15 bytes behind a row; scores beyond `classes` mean nothing.
  (func (export "sum") (param $count i32) (param $table i32) (param $mask i32) (param $classes i32) (param $blocks i32)
    (local $end i32) (local $at i32) (local $class i32) (local $base i32)
    (local $one v128) (local $two v128) (local $pair v128) (local $wide v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (block $all
      (loop $each
        (br_if $all (i32.eqz (local.get $blocks)))
        (local.set $class (i32.shl (i32.ctz (local.get $blocks)) (i32.const 4)))
        (local.set $blocks (i32.and (local.get $blocks) (i32.sub (local.get $blocks) (i32.const 1))))
        (local.set $base (i32.add (local.get $table) (local.get $class)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (block $done
          (loop $features
            (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $one (v128.load (i32.add (local.get $base)
              (i32.mul (i32.and (i32.load (local.get $at)) (local.get $mask)) (local.get $classes)))))
            (local.set $two
              (if (result v128) (i32.lt_u (i32.add (local.get $at) (i32.const 4)) (local.get $end))
                (then (v128.load (i32.add (local.get $base)
              (i32.mul (i32.and (i32.load offset=4 (local.get $at)) (local.get $mask)) (local.get $classes)))))
                (else (v128.const i32x4 0 0 0 0))))
            (local.set $pair
              (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get $one) (local.get $two)))
            (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s
              (local.tee $wide (i16x8.extend_low_i8x16_s (local.get $pair))) (i16x8.abs (local.get $wide)))))
            (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s
              (local.tee $wide (i16x8.extend_high_i8x16_s (local.get $pair))) (i16x8.abs (local.get $wide)))))
            (local.set $pair
              (i8x16.shuffle 8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31 (local.get $one) (local.get $two)))
            (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s
              (local.tee $wide (i16x8.extend_low_i8x16_s (local.get $pair))) (i16x8.abs (local.get $wide)))))
            (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s
              (local.tee $wide (i16x8.extend_high_i8x16_s (local.get $pair))) (i16x8.abs (local.get $wide)))))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (br $features)))
        (local.set $base (i32.shl (local.get $class) (i32.const 2)))
        (v128.store offset=1024 (local.get $base) (local.get $a))
        (v128.store offset=1040 (local.get $base) (local.get $b))
        (v128.store offset=1056 (local.get $base) (local.get $c))
        (v128.store offset=1072 (local.get $base) (local.get $d))
        (br $each))))

  ;; The same for a table of at most four classes.
  (func (export "sumFew") (param $count i32) (param $table i32) (param $mask i32) (param $classes i32)
    (local $end i32) (local $at i32) (local $base i32)
    (local $one v128) (local $two v128) (local $pair v128) (local $wide v128) (local $a v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (local.set $base (local.get $table))
    (block $done
      (loop $features
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $one (v128.load32_zero (i32.add (local.get $base)
              (i32.mul (i32.and (i32.load (local.get $at)) (local.get $mask)) (local.get $classes)))))
        (local.set $two
          (if (result v128) (i32.lt_u (i32.add (local.get $at) (i32.const 4)) (local.get $end))
            (then (v128.load32_zero (i32.add (local.get $base)
              (i32.mul (i32.and (i32.load offset=4 (local.get $at)) (local.get $mask)) (local.get $classes)))))
            (else (v128.const i32x4 0 0 0 0))))
        (local.set $pair
          (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get $one) (local.get $two)))
        (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s
              (local.tee $wide (i16x8.extend_low_i8x16_s (local.get $pair))) (i16x8.abs (local.get $wide)))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $features)))
    (v128.store offset=1024 (i32.const 0) (local.get $a)))

  ;; Mixes the number of its template into each of `count` features, four at once: `hashed` of hashing.ts.
  (func (export "hash") (param $count i32) (param $template i32)
    (local $end i32) (local $at i32) (local $salt v128) (local $feature v128) (local $hash v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (local.set $salt (i32x4.mul
      (i32x4.add (i32x4.splat (i32.add (local.get $template) (i32.const 1))) (v128.const i32x4 0 1 2 3))
      (v128.const i32x4 0x01000193 0x01000193 0x01000193 0x01000193)))
    (block $done
      (loop $features
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $feature (v128.load (local.get $at)))
        (local.set $hash (i32x4.add
          (i32x4.mul (v128.xor (local.get $salt) (local.get $feature))
            (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b))
          (v128.const i32x4 0x9e3779b9 0x9e3779b9 0x9e3779b9 0x9e3779b9)))
        (local.set $hash (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 15))))
        (local.set $hash (v128.xor
          (i32x4.mul (local.get $hash) (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35))
          (local.get $feature)))
        (v128.store (local.get $at) (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 13))))
        (local.set $salt (i32x4.add (local.get $salt)
          (v128.const i32x4 0x0400064c 0x0400064c 0x0400064c 0x0400064c)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $features))))
)
